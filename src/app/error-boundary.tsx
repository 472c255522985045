import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/button';

interface Props {
  children: ReactNode;
}

/** The last net: a fault in the page's own code shows what it was and how to go on, never a blank page. */
export class ErrorBoundary extends Component<Props, { fault: Error | null }> {
  override state = { fault: null };

  static getDerivedStateFromError(fault: Error): { fault: Error } {
    return { fault };
  }

  override componentDidCatch(fault: Error, { componentStack }: ErrorInfo): void {
    console.error(fault, componentStack);
  }

  override render(): ReactNode {
    const fault: Error | null = this.state.fault;
    if (fault === null) return this.props.children;
    return (
      <main className="fault" role="alert">
        <h1>Hopscope stopped</h1>
        <p>{(fault as Error).message}</p>
        <p>The address still holds what was on screen: reloading brings it back.</p>
        <Button control="reload" tone="ink" onClick={() => location.reload()}>
          Reload
        </Button>
      </main>
    );
  }
}
