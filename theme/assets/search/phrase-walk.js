/** Walks over the places of a unit where all words of a phrase are near each other, as src/Search/Query/PhraseWalk.cs and SloppyPhraseMatcher of Lucene 8.8.1. */
export class PhraseWalk {
  /** @param {{ order: number, offset: number, positions: Int32Array }[]} words The same word twice shares its positions' array. */
  constructor(words) {
    this.walkers = words.map((word) => new PhraseWalker(word));
    this.queue = []; // sorted, the first word first: phrases are short
    this.end = -Infinity;
    this.hasRepeats = this.groupRepeats();
    this.isPositioned = this.place();
  }

  /** The moves of the next place with at most slop; null after the last. */
  next(slop) {
    if (!this.isPositioned) {
      return null;
    }
    let walker = this.queue.shift();
    let moves = this.end - walker.position;
    let next = this.queue[0].position;
    while (this.advance(walker)) {
      if (this.hasRepeats && !this.partRepeats(walker)) {
        break;
      }
      if (walker.position > next) {
        this.push(walker);
        if (moves <= slop) {
          return moves;
        }
        walker = this.queue.shift();
        next = this.queue[0].position;
        moves = this.end - walker.position;
      } else {
        moves = Math.min(moves, this.end - walker.position);
      }
    }
    this.isPositioned = false;
    return moves <= slop ? moves : null;
  }

  groupRepeats() {
    let has = false;
    for (const walker of this.walkers) {
      const members = this.walkers.filter((other) => other.word.positions === walker.word.positions).sort((left, right) => left.word.offset - right.word.offset);
      if (members.length > 1) {
        walker.group = members;
        walker.placeInGroup = members.indexOf(walker);
        has = true;
      }
    }
    return has;
  }

  place() {
    this.walkers.forEach((walker) => walker.next());
    // Of the words of a group each begins one position after the one before it.
    for (const walker of this.walkers) {
      for (let i = 0; i < walker.placeInGroup; i++) {
        if (!walker.next()) {
          return false;
        }
      }
    }
    for (const walker of this.walkers) {
      this.end = Math.max(this.end, walker.position);
      this.push(walker);
    }
    return true;
  }

  advance(walker) {
    if (!walker.next()) {
      return false;
    }
    this.end = Math.max(this.end, walker.position);
    return true;
  }

  /** Moves words of a group on until no two of them stand at one position; false where one has no more. */
  partRepeats(walker) {
    const { group } = walker;
    if (group === null) {
      return true;
    }
    const first = walker.placeInGroup;
    const moved = new Set();
    for (let other; (other = group.find((each) => each !== walker && each.actual === walker.actual)); ) {
      walker = isBefore(other, walker) ? other : walker;
      if (!this.advance(walker)) {
        return false;
      }
      if (walker.placeInGroup !== first) {
        moved.add(walker.placeInGroup);
      }
    }
    // The order of the queue is that of the positions at the time of putting in: those that moved, and all before them, go in again.
    const taken = [];
    while (moved.size > 0) {
      const top = this.queue.shift();
      taken.push(top);
      if (top.group?.[0] === group[0]) {
        moved.delete(top.placeInGroup);
      }
    }
    taken.reverse().forEach((each) => this.push(each));
    return true;
  }

  push(walker) {
    const after = this.queue.findIndex((other) => !(isBefore(other, walker) || (!isBefore(walker, other) && other.word.order < walker.word.order)));
    this.queue.splice(after < 0 ? this.queue.length : after, 0, walker);
  }
}

function isBefore(left, right) {
  return left.position < right.position || (left.position === right.position && left.word.offset < right.word.offset);
}

class PhraseWalker {
  constructor(word) {
    this.word = word;
    this.at = -1;
    /** Its position less its offset in the phrase: where the phrase would begin. */
    this.position = 0;
    this.group = null;
    this.placeInGroup = 0;
  }

  /** Its position in the unit. */
  get actual() {
    return this.position + this.word.offset;
  }

  next() {
    if (++this.at >= this.word.positions.length) {
      return false;
    }
    this.position = this.word.positions[this.at] - this.word.offset;
    return true;
  }
}
