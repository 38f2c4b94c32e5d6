export interface JournalOptions {
  readonly dataDir: string;
  readonly say?: (line: string) => void;
}

/** Accepted entries on disk before the answer, where the database itself does not fsync (PGlite). */
export interface Journal {
  close(): Promise<void>;
}

export const openJournal = async ({ dataDir }: JournalOptions): Promise<Journal> => {
  throw new Error(`to be built: ${dataDir}`);
};
