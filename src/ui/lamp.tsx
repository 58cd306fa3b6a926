/** One door, with the light on inside. */
export function Lamp() {
  return (
    <svg className="lamp" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path className="house" d="M4 18 20 5l16 13v17H4z" />
      <path className="glow" d="M14 35V22a6 6 0 0 1 12 0v13z" />
      <circle className="knob" cx="23.4" cy="28.5" r="1.1" />
    </svg>
  );
}
