/** Does the work for all items in the order of the list, at most `max` at a time. Results keep that order. */
export async function mapInParallel<Item, Done>(
  items: ReadonlyArray<Item>,
  max: number,
  work: (item: Item, index: number) => Promise<Done>,
): Promise<ReadonlyArray<Done>> {
  const done = new Map<number, Done>()
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) done.set(index, await work(item, index))
  }
  await Promise.all(Array.from({ length: Math.min(max, items.length) }, worker))
  return items.flatMap((_, index) => done.get(index) ?? [])
}
