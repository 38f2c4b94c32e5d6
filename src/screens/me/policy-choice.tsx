import { useState } from "preact/hooks";
import type { DataPolicy } from "../../device/device";
import { t } from "../../i18n/me";
import { Segmented } from "../../ui/segmented";
import { useServices } from "../services";

/** When heavy files may be fetched. Reading texts always are. */
export const PolicyChoice = () => {
  const { files } = useServices().device;
  const [policy, setPolicy] = useState(files.policy());
  const choose = (value: DataPolicy) => {
    setPolicy(value);
    void files.setPolicy(value);
  };
  return (
    <section>
      <h2 class="list-title">{t("policy")}</h2>
      <div class="me-box">
        <p>{t("policyText")}</p>
        <Segmented
          hideLabel
          label={t("policy")}
          value={policy}
          options={(["always", "wifi", "ask"] as const).map((value) => ({ value, label: t(value) }))}
          onChange={choose}
        />
      </div>
    </section>
  );
};
