import { currentSession } from '../../store/current-session';
import { addressOf } from '../address-of';
import './embed.css';

/** From the frame to the whole program, with what is on screen. */
export function OpenInFull() {
  return (
    <a
      className="button open-in-full"
      data-control="open-in-full"
      target="_blank"
      rel="noopener"
      href={document.baseURI}
      title="Open this in Hopscope"
      // Written as it is followed: the session changes with every step.
      onPointerDown={({ currentTarget }) => writeAddress(currentTarget)}
      onClick={({ currentTarget }) => writeAddress(currentTarget)}
    >
      Open in Hopscope
    </a>
  );
}

function writeAddress(link: HTMLAnchorElement): void {
  const address = new URL(addressOf(currentSession()));
  address.searchParams.delete('hide');
  link.href = address.href;
}
