import { COMMAND_GROUPS, type Command } from '../store/command';
import { Dialog } from '../ui/dialog';
import { KeyCaps } from '../ui/key-caps';
import { keyCaps } from './keys';

interface KeysDialogProps {
  commands: readonly Command[];
  onClose: () => void;
}

/** Every key, from the same commands that the keyboard is read by, and what undo goes over. */
export function KeysDialog({ commands, onClose }: KeysDialogProps) {
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    keyed: commands.filter((command) => command.group === group && command.keys),
  }));
  return (
    <Dialog control="keys" title="Keys" onClose={onClose}>
      <div className="keys">
        {groups.map(
          ({ group, keyed }) =>
            keyed.length > 0 && (
              <section key={group}>
                <h3 className="eyebrow">{group}</h3>
                <dl>
                  {keyed.map(({ id, title, keys = [] }) => (
                    <div key={id}>
                      <dt>
                        <KeyCaps caps={keyCaps(keys[0])} />
                      </dt>
                      <dd>{title}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ),
        )}
      </div>
      <p className="keys-note">
        Undo goes over all that the address carries: graph, edits of the graph, recipe, lanes, hop, focus, second node,
        selection, the inspector’s tab, colours, scale, layout and the measures shown. Hops in a row count as one step.
        It leaves alone the camera, the theme, where things are computed, and what a training has learned.
      </p>
      <p className="keys-note">
        In lists, sliders and text fields the arrow keys move there. Everything else that can be done is under “All
        commands”.
      </p>
    </Dialog>
  );
}
