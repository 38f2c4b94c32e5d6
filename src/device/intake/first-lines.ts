import { type Piece, pieceText } from "./piece";

/** So many lines of a paper are looked at by the rules at the door. */
export const firstPageLines = 60;

/** The lines of a paper's first pieces. */
export const firstLines = (pieces: readonly Piece[]): string[] =>
  pieces
    .slice(0, firstPageLines)
    .flatMap((piece) => pieceText(piece).split("\n"))
    .filter((line) => line.trim() !== "");
