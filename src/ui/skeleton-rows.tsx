import "./skeleton-rows.css";

/** Rows that are about to come, so that nothing jumps when they do. */
export const SkeletonRows = () => (
  <div class="skeleton-rows" aria-hidden="true">
    <p />
    <p />
    <p />
    <p />
    <p />
  </div>
);
