import { useId, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/scan";
import { Button } from "../../ui/button";

interface OtherWaysProps {
  readonly onPicture: (file: File) => void;
  readonly onLink: (text: string) => void;
}

/** Without a camera: a picture of a code, or the link itself. */
export const OtherWays = ({ onPicture, onLink }: OtherWaysProps) => {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState("");
  return (
    <section class="other-ways">
      <input
        ref={file}
        class="unseen"
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-label={t("picture")}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) onPicture(chosen);
          event.currentTarget.value = "";
        }}
      />
      <Button kind="quiet" wide onPress={() => file.current?.click()}>
        {t("picture")}
      </Button>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (link.trim()) onLink(link);
        }}
      >
        <label for={id}>{t("paste")}</label>
        <div class="other-ways-link">
          <input
            id={id}
            type="text"
            inputMode="url"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            placeholder={t("link")}
            value={link}
            onInput={(event) => setLink(event.currentTarget.value)}
          />
          <button type="submit" class="button quiet small" disabled={!link.trim()}>
            {t("go")}
          </button>
        </div>
      </form>
    </section>
  );
};
