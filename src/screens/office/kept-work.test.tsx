// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, expect, test } from "vitest";
import { createFakeOffice } from "../../../test/support/fake-office";
import { ServicesProvider } from "../services";
import { useKeptWork } from "./kept-work";

afterEach(cleanup);

const Part = ({ name }: { readonly name: string }) => {
  const [before, keep] = useKeptWork<string>(name);
  const [text, setText] = useState(before ?? "");
  const change = (next: string) => {
    keep(next || undefined);
    setText(next);
  };
  return <input aria-label={name} value={text} onInput={(event) => change(event.currentTarget.value)} />;
};

const desk = () => {
  const { device } = createFakeOffice();
  let held = 0;
  const services = {
    device,
    navigate: () => undefined,
    back: () => undefined,
    toast: () => undefined,
    holdReload: () => {
      held += 1;
      return () => {
        held -= 1;
      };
    },
  };
  return {
    held: () => held,
    open: (name: string) => {
      cleanup();
      render(
        <ServicesProvider value={services}>
          <Part name={name} />
        </ServicesProvider>,
      );
      return screen.getByLabelText(name) as HTMLInputElement;
    },
  };
};
const type = (input: HTMLInputElement, value: string) => fireEvent.input(input, { target: { value } });
const closes = () => dispatchEvent(new Event("beforeunload", { cancelable: true }));

test("work waits while another part is open; until it is dropped nothing may reload or close the page unasked", () => {
  const { open, held } = desk();
  type(open("paper"), "Kế hoạch");
  type(screen.getByLabelText("paper"), "Kế hoạch 12");
  expect(open("codes").value).toBe("");
  expect([held(), closes()]).toEqual([1, false]);

  const again = open("paper");
  expect(again.value).toBe("Kế hoạch 12");
  type(again, "");
  expect([held(), closes()]).toEqual([0, true]);
  expect(open("paper").value).toBe("");
});

test("what one desk left is not seen by another", () => {
  const first = desk();
  type(first.open("paper"), "Kế hoạch");
  expect(desk().open("paper").value).toBe("");
});
