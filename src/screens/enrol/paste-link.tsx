import { useState } from "preact/hooks";
import { t } from "../../i18n/enrol";
import { SubmitButton } from "../../ui/button";
import { problemText } from "../problem-text";
import { useServices } from "../services";
import { fragmentOf } from "./enrol-link";

/** For a link that came as text: pasted, it goes the way of one that was opened. */
export const PasteLink = () => {
  const { navigate } = useServices();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const go = (event: Event) => {
    event.preventDefault();
    const fragment = fragmentOf(text);
    if (fragment === undefined) setWrong(true);
    else navigate(`/ghi-danh#${fragment}`);
  };
  return (
    <form class="enrol-paste" onSubmit={go}>
      <label>
        {t("pasteLabel")}
        <textarea
          rows={3}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
      </label>
      {wrong && <p role="alert">{problemText("not-a-link")}</p>}
      <SubmitButton kind="quiet" wide disabled={!text.trim()}>
        {t("pasteGo")}
      </SubmitButton>
    </form>
  );
};
