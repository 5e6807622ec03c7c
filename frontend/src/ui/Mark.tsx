/** Our mark: a footbridge in three strokes. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round">
        <path d="M4 21.5h24" />
        <path d="M5 16c6-8 16-8 22 0" />
        <path d="M16 10.5v11" />
      </g>
    </svg>
  );
}
