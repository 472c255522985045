import { useEffect, useState } from 'react';
import type { TrainedParameter } from '../../engine/protocol';
import type { Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import { trainedParameters } from '../../store/training';

/** What training this recipe on this graph would train; empty until the engine has said so, and where it is refused, as training it would be. */
export function useTrainedParameters(graph: Graph, recipe: Recipe): TrainedParameter[] {
  const [parameters, setParameters] = useState<TrainedParameter[]>([]);
  // The recipe is made anew each time it is asked for: what it says decides.
  const said = JSON.stringify(recipe);
  useEffect(() => {
    let wanted = true;
    const hear = (named: TrainedParameter[]) => {
      if (wanted) setParameters(named);
    };
    trainedParameters(JSON.parse(said)).then(hear, () => hear([]));
    return () => {
      wanted = false;
    };
  }, [graph, said]);
  return parameters;
}
