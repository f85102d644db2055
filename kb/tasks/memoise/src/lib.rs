//! Computing each thing once.

use std::collections::HashMap;
use std::hash::Hash;

/// Remembers what a function returned. The function gets the memo to call itself through.
pub struct Memo<A, R, F> {
    known: HashMap<A, R>,
    function: F,
}

impl<A, R, F> Memo<A, R, F>
where
    A: Clone + Eq + Hash,
    R: Clone,
    F: Fn(&mut dyn FnMut(A) -> R, A) -> R,
{
    /// Keeps the function; nothing is known yet.
    pub fn new(function: F) -> Self {
        Self {
            known: HashMap::new(),
            function,
        }
    }

    /// Returns the result for `argument`, computed only if it is not known.
    pub fn get(&mut self, argument: A) -> R {
        recall(&mut self.known, &self.function, argument)
    }

    /// Returns how many results are known.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

fn recall<A, R, F>(known: &mut HashMap<A, R>, function: &F, argument: A) -> R
where
    A: Clone + Eq + Hash,
    R: Clone,
    F: Fn(&mut dyn FnMut(A) -> R, A) -> R,
{
    if let Some(result) = known.get(&argument) {
        return result.clone();
    }
    // not through `entry`: the map has to be free for the calls inside
    let result = function(
        &mut |inner| recall(known, function, inner),
        argument.clone(),
    );
    known.insert(argument, result.clone());
    result
}

/// Returns in how many ways one gets down `steps` stairs by one, two or three at a time.
pub fn ways_down(steps: u32) -> u64 {
    let mut memo = Memo::new(|ways: &mut dyn FnMut(u32) -> u64, steps: u32| match steps {
        0 => 1,
        _ => (1..=steps.min(3)).map(|jump| ways(steps - jump)).sum(),
    });
    memo.get(steps)
}

/// Returns how many paths lead through a grid from one corner to the other, right and down only.
///
/// It is None where there are more than fit.
pub fn paths(rows: u32, columns: u32) -> Option<u64> {
    type Place = (u32, u32);
    let step = |paths: &mut dyn FnMut(Place) -> Option<u64>, (rows, columns): Place| {
        if rows == 0 || columns == 0 {
            return Some(1);
        }
        paths((rows - 1, columns))?.checked_add(paths((rows, columns - 1))?)
    };
    Memo::new(step).get((rows, columns))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn nothing_is_computed_twice() {
        let calls = Cell::new(0);
        let mut memo = Memo::new(|fibonacci: &mut dyn FnMut(u32) -> u64, n: u32| {
            calls.set(calls.get() + 1);
            if n < 2 {
                u64::from(n)
            } else {
                fibonacci(n - 1) + fibonacci(n - 2)
            }
        });
        assert!(memo.is_empty());
        assert_eq!(memo.get(80), 23_416_728_348_467_685);
        assert_eq!(calls.get(), 81);
        memo.get(50);
        assert_eq!((calls.get(), memo.len()), (81, 81));
    }

    #[test]
    fn stairs() {
        assert_eq!([0, 1, 2, 3, 4].map(ways_down), [1, 1, 2, 4, 7]);
        assert_eq!(ways_down(60), 4_680_045_560_037_375);
    }

    #[test]
    fn paths_through_a_grid() {
        assert_eq!(paths(2, 2), Some(6));
        assert_eq!(paths(0, 9), Some(1));
        assert_eq!(paths(16, 16), Some(601_080_390));
        assert_eq!(paths(40, 40), None);
    }
}
