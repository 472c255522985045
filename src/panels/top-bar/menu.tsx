import { COMMAND_GROUPS, type Command, perform } from '../../store/command';
import { useStore } from '../../store/store';
import { Icon } from '../../ui/icons';
import { KeyCaps } from '../../ui/key-caps';
import { Popover } from '../../ui/popover';
import './menu.css';

interface MenuProps {
  commands: readonly Command[];
  /** The keys of a command, as shown. */
  capsOf: (command: Command) => readonly string[];
}

/** What has no control of its own on the screen, or none where the screen is small. */
export function Menu({ commands, capsOf }: MenuProps) {
  return (
    <Popover
      control="menu"
      label="Menu"
      triggerClass="button-quiet button-icon"
      triggerTitle="Menu"
      trigger={
        <>
          <Icon name="menu" />
          <span className="visually-hidden">Menu</span>
        </>
      }
    >
      {(close) =>
        COMMAND_GROUPS.map((group) => ({ group, members: commands.filter((each) => each.group === group) })).map(
          ({ group, members }) =>
            members.length > 0 && (
              <section key={group} className="menu-group" aria-label={group}>
                {members.map((command) => (
                  <MenuRow key={command.id} command={command} caps={capsOf(command)} onDone={close} />
                ))}
              </section>
            ),
        )
      }
    </Popover>
  );
}

function MenuRow({ command, caps, onDone }: { command: Command; caps: readonly string[]; onDone: () => void }) {
  const reason = useStore((state) => command.unavailable?.(state) ?? null);
  return (
    <button
      type="button"
      data-control={`menu-${command.id.replace('.', '-')}`}
      className="button button-quiet menu-row"
      aria-disabled={reason !== null}
      title={reason ?? undefined}
      onClick={() => {
        if (reason !== null) return;
        // First closed, so that the focus is back where it was, and what is done may move it.
        onDone();
        void perform(command);
      }}
    >
      <span className="menu-title">
        {command.title}
        {reason !== null && <span className="visually-hidden"> ({reason})</span>}
      </span>
      {caps.length > 0 && <KeyCaps caps={caps} />}
    </button>
  );
}
