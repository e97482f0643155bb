/** Makes something when it is first wanted, and gives the same from then on. */
export const whenWanted = <Thing>(make: () => Promise<Thing>): (() => Promise<Thing>) => {
  let made: Promise<Thing> | undefined
  return () => {
    made ??= make()
    return made
  }
}
