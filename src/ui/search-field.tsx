import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "./button";
import { Icon } from "./icon";
import "./search-field.css";

interface SearchFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Also the placeholder. */
  readonly label: string;
  readonly clearLabel: string;
  /** Takes the keyboard when it appears. */
  readonly focus?: boolean;
}

export const SearchField = ({ value, onInput, label, clearLabel, focus }: SearchFieldProps) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) input.current?.focus();
  }, []);
  const clear = () => {
    onInput("");
    input.current?.focus();
  };
  return (
    <search class="search-field">
      <Icon name="search" size={20} />
      <input
        ref={input}
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-label={label}
        placeholder={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
      {value && <IconButton icon="close" label={clearLabel} onPress={clear} />}
    </search>
  );
};
