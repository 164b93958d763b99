interface Waiting<Item, Answer> {
  item: Item;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Does work one piece at a time while there is little of it, and together what piled up meanwhile while there is much. Nothing waits for a
 * clock: whatever comes while a group is at work is the next group.
 */
export class GroupedWork<Item, Answer> {
  private readonly waiting = new Map<string, Waiting<Item, Answer>[]>();

  /**
   * @param work does a group, in the order in which it came; all of it is done or none
   * @param atMost the largest group
   */
  constructor(
    private readonly work: (key: string, items: Item[]) => Promise<Answer[]>,
    private readonly atMost: number,
  ) {}

  /** @param key what is worked on: groups of different keys go side by side */
  do(key: string, item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(key);
      const entry = { item, resolve, reject };
      if (queue) {
        queue.push(entry);
      } else {
        this.waiting.set(key, [entry]);
        void this.drain(key);
      }
    });
  }

  private async drain(key: string): Promise<void> {
    const queue = this.waiting.get(key) ?? [];
    while (queue.length) await this.doGroup(key, queue.splice(0, this.atMost));
    this.waiting.delete(key);
  }

  private async doGroup(key: string, group: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(
        key,
        group.map(({ item }) => item),
      );
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      const [first] = group;
      if (group.length === 1) return first?.reject(error);
      // One bad piece must not spoil the others.
      for (const one of group) await this.doGroup(key, [one]);
    }
  }
}
