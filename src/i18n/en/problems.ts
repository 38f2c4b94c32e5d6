import type { Translation } from "../messages";
import type { vi } from "../problems";

export const problems: Translation<typeof vi> = {
  malformed:
    "The office could not read this record. It is still on the phone. Press “Send again” to write it anew.",
  "unknown-type":
    "The office's server does not know this kind of record yet. It is still on the phone. Wait for its update, then press “Send again”.",
  "unknown-author":
    "The office does not recognise this phone. The record is still here. Sync again; if it stays so, ask the office for a new code.",
  "bad-signature":
    "The phone's signature does not fit. The record is still here. Press “Send again” to sign it anew.",
  "revoked-key":
    "This phone may no longer send. The record stays until you export it. Contact the office to enrol again.",
  "not-allowed":
    "Someone else has to do this, so it was not accepted. The record is still here. Ask your secretary or the office.",
  "wrong-scope":
    "It went to the wrong place, perhaps since you changed cells. The record is still here. Sync, then press “Send again”.",
  "id-reused": "The office has another record by the same name. Yours is still here. Press “Send again”.",
  "too-large": "It is too large to send. It is still here. Divide it, or choose a file under 30 MB.",
  "clock-ahead":
    "The phone's date is wrong. The record is still here. Set date and time to automatic, then press “Send again”.",
  "offer-unknown": "The office does not know this code. Nothing changed on your phone. Ask for a new one.",
  "offer-expired":
    "The code has expired (each is good for 7 days). Nothing changed on your phone. Ask for a new one.",
  "offer-used":
    "The code was used for another phone. Nothing changed on yours. Ask for a new one; if it was not you, tell the office at once.",
  "wrong-commune":
    "The code belongs to another commune. Nothing changed on your phone. Ask for one of your own.",
  "secret-mark":
    "The paper bears a secrecy mark. Secret papers may not enter here, not even their titles. Nothing was kept. Send it by the secret mail.",
  "personnel-work":
    "Papers on personnel work may not enter here. Nothing was kept. Send them by their own rules.",
  "not-declared":
    "Nobody declared the paper neither secret nor personnel work. What you typed is still here. Tick the declaration and send again.",
  "not-a-document": "The file is neither PDF nor Word. Nothing is lost. Choose a .pdf or .docx file.",
  "damaged-file": "The file is damaged. Nothing is lost. Export it again and choose it anew.",
  "encrypted-file": "The file has a password. Nothing is lost. Remove the password and choose it again.",
  "blob-missing":
    "The attached file has not reached the office. The record is still here. Press “Send again” on a good connection.",
  "not-signed-in":
    "The office does not recognise this phone. Everything is still here. Sync again; if it stays so, ask for a new code.",
  "wrong-clock":
    "The phone's clock is wrong. Everything is still here. Set date and time to automatic and try again.",
  "too-many-requests": "Too many tries. Nothing is lost. Wait some minutes and try again.",
  "not-found": "The office no longer has this; it may have been recalled. Everything else here is untouched.",
  "server-full":
    "The office's server is full. The record is still here and will be sent again. Please tell the office.",
  unreachable: "No connection. Everything is saved on this phone and goes out when there is one.",
  "not-our-server":
    "The network asks for a login (like public Wi‑Fi), so the office was not reached. Everything is still here. Log in there or change networks.",
  busy: "Many phones are sending at once. Everything is still here; this phone will try again by itself.",
  "storage-full":
    "The phone's storage is full, so no more could be loaded. What you wrote is kept. Under Me, press “Free some space”.",
  "app-too-old":
    "This version is too old. Everything is still here. Close and open it again with a connection to get the new one.",
  failed:
    "Something unexpected happened. What you wrote is still here. Try again; if it stays so, tell the office.",
  "not-a-link":
    "This is not an enrolment link. Nothing changed on your phone. Copy the whole link you received.",
  damaged:
    "The link is incomplete or was altered. Nothing changed on your phone. Copy the whole link again, or scan the code.",
  "keys-not-kept":
    "This browser cannot keep the phone's key (perhaps a private window). The code was not used. Open it in a normal window, or a recent Chrome or Safari.",
};
