import { type ReactNode, useMemo } from 'react';
import { entries } from '../../catalog/entries';
import { factsOf, type GraphFacts } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { actions } from '../../store/actions';
import { attempt } from '../../store/attempt';
import type { Command } from '../../store/command';
import { openDialog } from '../../store/page';
import { useStore } from '../../store/store';
import { Button } from '../../ui/button';
import { CommandButton } from '../command-button';
import { CompareButton } from '../compare/compare-button';
import { LaboratoryButton } from '../laboratory/laboratory-button';
import { graphTitle } from '../names';
import { TrainButton } from '../training/train-button';
import { BackendPill } from './backend-pill';
import { GraphPicker } from './graph-picker';
import { HopsPicker } from './hops-picker';
import { InputPicker } from './input-picker';
import { LayerPicker } from './layer-picker';
import { Menu } from './menu';
import { RecipePicker } from './recipe-picker';
import { ThemeToggle, type ThemeToggleProps } from './theme-toggle';
import './top-bar.css';
import { WeightsPicker } from './weights-picker';

export interface TopBarProps extends ThemeToggleProps {
  undo: Command;
  redo: Command;
  /** What the menu offers. */
  menu: readonly Command[];
  /** The keys of a command, as shown. */
  capsOf: (command: Command) => readonly string[];
  /** Saves a file of what is on screen; resolves with what to say of it. */
  onSave: (kind: string) => Promise<string>;
  /** At the end of the bar. */
  children?: ReactNode;
}

const NO_FACTS: GraphFacts = { nodes: 0, features: 0, classes: 0, columns: [] };

const changeRecipe = (change: Partial<Recipe>) =>
  void attempt('The recipe could not be changed', () => actions.changeRecipe(change));

/** The recipe in a line: which graph, which layer, how many hops, which weights and input; then backend and sharing. */
export function TopBar({ onTheme, undo, redo, menu, capsOf, onSave, children }: TopBarProps) {
  const graph = useStore((state) => state.graph);
  const dataset = useStore((state) => state.dataset);
  const recipe = useStore((state) => state.recipe);
  const backend = useStore((state) => state.backend);
  const description = useStore((state) => state.trace?.inputDescription ?? null);
  const facts = useMemo(() => (graph ? factsOf(graph) : NO_FACTS), [graph]);
  const title = useStore(graphTitle);
  return (
    <header className="top-bar" data-control="top-bar">
      <h1 className="brand">
        <BrandMark />
        <span>hopscope</span>
      </h1>
      <div className="top-bar-recipe">
        <GraphPicker
          title={title}
          dataset={dataset}
          entries={entries}
          onEntry={(id, parameters) =>
            void attempt('The graph could not be loaded', () => actions.loadCatalogue(id, parameters))
          }
          onFiles={(files, options) =>
            void attempt('The file could not be read', () => actions.loadFiles(files, options))
          }
        />
        <LayerPicker recipe={recipe} onChange={changeRecipe} />
        <HopsPicker recipe={recipe} onChange={changeRecipe} />
        <WeightsPicker recipe={recipe} onChange={changeRecipe} />
        <TrainButton />
        <InputPicker recipe={recipe} facts={facts} description={description} onChange={changeRecipe} />
        <RecipePicker graph={graph} recipe={recipe} onChange={changeRecipe} />
      </div>
      <div className="top-bar-page">
        <CommandButton command={undo} control="undo" icon="undo" caps={capsOf(undo)} />
        <CommandButton command={redo} control="redo" icon="redo" caps={capsOf(redo)} />
        <CompareButton onSave={onSave} />
        <LaboratoryButton onSave={onSave} />
        <ThemeToggle onTheme={onTheme} />
        <Menu commands={menu} capsOf={capsOf} />
        <BackendPill
          backend={backend}
          onChange={(name) => void attempt('The backend stays as it was', () => actions.changeBackend(name))}
        />
        <Button control="share" tone="ink" onClick={() => openDialog('share')}>
          Share
        </Button>
        {children}
      </div>
    </header>
  );
}

/** Three hops, the farther the fainter. */
function BrandMark() {
  return (
    <svg width="30" height="10" viewBox="0 0 30 10" aria-hidden="true">
      <circle cx="5" cy="5" r="4.5" fill="var(--ember)" />
      <circle cx="15" cy="5" r="4.5" fill="var(--ember)" opacity="0.6" />
      <circle cx="25" cy="5" r="4.5" fill="var(--ember)" opacity="0.3" />
    </svg>
  );
}
