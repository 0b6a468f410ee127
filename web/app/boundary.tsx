import { Component, type ReactNode } from 'react'
import { Arrived } from '#web/ui/first/arrived.tsx'
import { queries } from './queries.ts'
import { Trouble } from './trouble.tsx'

/** Catches what a page could not do. Asked to try again, it forgets the failed replies and draws the page anew. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  again = (): void => {
    void queries.resetQueries({ predicate: ({ state }) => state.status === 'error' })
    this.setState({ error: undefined })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <>
        <Arrived />
        <Trouble error={error} reset={this.again} />
      </>
    )
  }
}
