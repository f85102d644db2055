//! Disjoint sets.

/// The elements 0 to n − 1, each in exactly one group.
#[derive(Clone, Debug)]
pub struct Groups {
    parents: Vec<usize>,
    /// The size of the group, right only for those at the top.
    sizes: Vec<usize>,
    count: usize,
}

impl Groups {
    /// So many elements, each in a group of its own.
    pub fn new(elements: usize) -> Self {
        Self {
            parents: (0..elements).collect(),
            sizes: vec![1; elements],
            count: elements,
        }
    }

    /// The number of groups.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The element that stands for the group of this one; the same for all of the group.
    ///
    /// # Panics
    ///
    /// If there is no such element.
    pub fn find(&mut self, element: usize) -> usize {
        let mut element = element;
        while self.parents[element] != element {
            // Let it point one further up on the way.
            self.parents[element] = self.parents[self.parents[element]];
            element = self.parents[element];
        }
        element
    }

    /// Join two groups; `false` if the elements were in the same one already.
    ///
    /// # Panics
    ///
    /// As [`Groups::find`].
    pub fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return false;
        }
        let (small, large) = if self.sizes[a] < self.sizes[b] {
            (a, b)
        } else {
            (b, a)
        };
        self.parents[small] = large;
        self.sizes[large] += self.sizes[small];
        self.count -= 1;
        true
    }

    /// Are both in the same group?
    pub fn together(&mut self, a: usize, b: usize) -> bool {
        self.find(a) == self.find(b)
    }

    /// How many elements the group of this one has.
    pub fn size(&mut self, element: usize) -> usize {
        let top = self.find(element);
        self.sizes[top]
    }
}

/// The number of islands of `#` on a map; cells touch at their sides.
pub fn islands(map: &str) -> usize {
    let rows: Vec<&[u8]> = map.lines().map(str::as_bytes).collect();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let is_land =
        |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)) == Some(&b'#');
    let mut groups = Groups::new(rows.len() * width);
    let mut water = groups.count();
    for row in 0..rows.len() {
        for column in (0..width).filter(|&column| is_land(row, column)) {
            water -= 1;
            let cell = row * width + column;
            if is_land(row, column + 1) {
                groups.join(cell, cell + 1);
            }
            if is_land(row + 1, column) {
                groups.join(cell, cell + width);
            }
        }
    }
    // Every cell of water is a group of its own.
    groups.count() - water
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joining_is_transitive() {
        let mut groups = Groups::new(6);
        assert!(groups.join(0, 1));
        assert!(groups.join(2, 3));
        assert!(!groups.together(0, 3));
        assert!(groups.join(1, 2));
        assert!(groups.together(0, 3));
        assert_eq!((groups.count(), groups.size(3), groups.size(5)), (3, 4, 1));
    }

    #[test]
    fn joining_twice_changes_nothing() {
        let mut groups = Groups::new(3);
        assert!(groups.join(0, 2));
        assert!(!groups.join(2, 0));
        assert!(!groups.join(1, 1));
        assert_eq!(groups.count(), 2);
    }

    #[test]
    fn a_long_chain() {
        let mut groups = Groups::new(100_000);
        for element in 1..100_000 {
            groups.join(element - 1, element);
        }
        assert!(groups.together(0, 99_999));
        assert_eq!((groups.count(), groups.size(0)), (1, 100_000));
    }

    #[test]
    fn islands_are_counted() {
        assert_eq!(islands("##..#\n.#...\n...##"), 3);
        assert_eq!(islands("#.#\n###"), 1);
        assert_eq!(islands("#.\n.#"), 2);
        assert_eq!(islands("..."), 0);
        assert_eq!(islands(""), 0);
        assert_eq!(islands("#\n###\n#"), 1);
    }
}
