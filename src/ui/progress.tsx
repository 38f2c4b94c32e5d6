import "./progress.css";

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** Zero or less: nobody knows yet. */
  readonly of: number;
}

export const Progress = ({ label, done, of }: ProgressProps) => (
  <progress class="progress" aria-label={label} {...(of > 0 && { max: of, value: Math.min(done, of) })} />
);
