/**
 * True in continuous integration (`.ci/run` sets `THOROUGH=1`): as many rounds, cases, worlds and looks as the product
 * promises. Whoever waits for `npm test` gets fewer of the same; no test is left out.
 */
export const thorough = process.env.THOROUGH === "1";
