/** Does the work for all items in the order of the list, at most `lanes` at a time. Results keep that order. */
export async function inLanes<Item, Done>(
  items: ReadonlyArray<Item>,
  lanes: number,
  work: (item: Item, index: number) => Promise<Done>,
): Promise<ReadonlyArray<Done>> {
  const done = new Map<number, Done>()
  const queue = items.entries()
  const lane = async () => {
    for (const [index, item] of queue) done.set(index, await work(item, index))
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane))
  return items.flatMap((_, index) => done.get(index) ?? [])
}
