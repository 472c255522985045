import { counted } from '../../charts/numbers';
import type { TrainedParameter } from '../../engine/protocol';
import type { ParameterGroup, TaskSpec } from '../../recipe/task';
import { LEARNING_RATE, WEIGHT_DECAY } from '../../recipe/validate-task';
import { Button, IconButton } from '../../ui/button';
import './group-rows.css';
import { NumberInput } from './number-setting';
import { freePrefix, type Governed, governedBy, prefixesOf } from './parameter-groups';
import { TrainingTerm } from './training-term';

interface GroupRowsProps {
  task: TaskSpec;
  /** Of the model to be trained. */
  parameters: readonly TrainedParameter[];
  onChange: (groups: ParameterGroup[]) => void;
}

/** Which parameters have a weight decay and learning rate of their own, and what is left for the common ones. */
export function GroupRows({ task, parameters, onChange }: GroupRowsProps) {
  const { groups, weightDecay, learningRate } = task;
  const prefixes = prefixesOf(parameters);
  const governed = governedBy(parameters, groups);
  const change = (at: number, group: Partial<ParameterGroup>) =>
    onChange(groups.map((one, i) => (i === at ? { ...one, ...group } : one)));
  return (
    <div className="group-rows" data-control="train-groups">
      <div className="training-row">
        <TrainingTerm name="groups">Parameter groups</TrainingTerm>
        <Button
          control="train-group-add"
          tone="quiet"
          disabled={prefixes.length === 0}
          onClick={() => onChange([...groups, { prefix: freePrefix(prefixes, groups), weightDecay }])}
        >
          Add a group
        </Button>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Names from</th>
            <th scope="col">Weight decay</th>
            <th scope="col">Learning rate</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {groups.map((group, at) => (
            <tr key={at} data-control="train-group">
              <th scope="row">
                <PrefixSelect
                  at={at}
                  prefix={group.prefix}
                  prefixes={prefixes}
                  onChange={(prefix) => change(at, { prefix })}
                />
                <span className="field-hint">{governedWords(governed[at], group, parameters)}</span>
              </th>
              <td>
                <NumberInput
                  control="train-group-weight-decay"
                  label={`Weight decay of ${group.prefix}`}
                  value={group.weightDecay ?? weightDecay}
                  range={WEIGHT_DECAY}
                  onCommit={(value) => change(at, { weightDecay: value })}
                />
              </td>
              <td>
                <NumberInput
                  control="train-group-learning-rate"
                  label={`Learning rate of ${group.prefix}`}
                  value={group.learningRate ?? learningRate}
                  range={LEARNING_RATE}
                  onCommit={(value) => change(at, { learningRate: value })}
                />
              </td>
              <td>
                <IconButton
                  control="train-group-remove"
                  icon="close"
                  label={`Remove the group ${group.prefix}`}
                  tone="quiet"
                  onClick={() => onChange(groups.filter((_, i) => i !== at))}
                />
              </td>
            </tr>
          ))}
          <tr data-control="train-group-rest">
            <th scope="row">
              {groups.length === 0 ? 'All' : 'All others'}
              <span className="field-hint">{counted(governed[groups.length].tensors, 'tensor')}</span>
            </th>
            <td>{weightDecay}</td>
            <td>{learningRate}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface PrefixSelectProps {
  at: number;
  prefix: string;
  prefixes: readonly string[];
  onChange: (prefix: string) => void;
}

function PrefixSelect({ at, prefix, prefixes, onChange }: PrefixSelectProps) {
  const offered = prefixes.includes(prefix) ? prefixes : [prefix, ...prefixes];
  return (
    <select
      className="input"
      data-control="train-group-prefix"
      aria-label={`Names of group ${at + 1} begin with`}
      value={prefix}
      onChange={(event) => onChange(event.target.value)}
    >
      {offered.map((one) => (
        <option key={one} value={one}>
          {one === '' ? 'anything' : one}
        </option>
      ))}
    </select>
  );
}

/** What a group takes; why, where it takes nothing. */
function governedWords(
  { tensors }: Governed,
  { prefix }: ParameterGroup,
  parameters: readonly TrainedParameter[],
): string {
  if (tensors > 0 || parameters.length === 0) return counted(tensors, 'tensor');
  const named = parameters.some(({ name }) => name.startsWith(prefix));
  return named ? 'taken by a row above' : 'no name begins so';
}
