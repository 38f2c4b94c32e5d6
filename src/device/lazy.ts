/** The only place of the device with `import()`: what is rare stays off the first path. */

export const loadEnrol = () => import("./enrol");
export const loadLeave = () => import("./leave");
export const loadRepair = () => import("./sync/repair");
export const loadRefuse = () => import("./outbox/refuse");
export const loadOutboxItems = () => import("./outbox/items");
export const loadResign = () => import("./outbox/resign");
export const loadExport = () => import("./outbox/export-file");
export const loadDropScopes = () => import("./apply/drop-scopes");
export const loadExpire = () => import("./apply/expire");
export const loadAttest = () => import("./sync/attest");
export const loadWipe = () => import("./wipe");
export const loadTransfer = () => import("./files/transfer");
export const loadStorage = () => import("./storage");
export const loadCheckTexts = () => import("./library/check-texts");
export const loadTidyIndex = () => import("./library/tidy-index");
export const loadRegister = () => import("./library/register");
export const loadSearch = () => import("./library/search");
export const loadFold = () => import("../domain/vietnamese");
export const loadMeetings = () => import("./meetings/create-meetings");
