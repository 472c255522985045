import './key-caps.css';

/** Keys pressed together, each as a cap. */
export function KeyCaps({ caps }: { caps: readonly string[] }) {
  return (
    <span className="key-caps">
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
