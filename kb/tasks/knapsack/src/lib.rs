//! The 0/1 knapsack problem.

/// Something that can be packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its weight, in whole units.
    pub weight: usize,
    /// What it is worth.
    pub value: u64,
}

/// The best choice: its value, and the indices of the items in ascending order.
///
/// Takes time and memory in proportion to items × capacity.
pub fn pack(items: &[Item], capacity: usize) -> (u64, Vec<usize>) {
    // best[n][w]: the most value with the first n items and the weight limit w.
    let mut best = vec![vec![0_u64; capacity + 1]];
    for (n, item) in items.iter().enumerate() {
        let row = (0..=capacity)
            .map(|limit| {
                let without = best[n][limit];
                match limit.checked_sub(item.weight) {
                    Some(rest) => without.max(best[n][rest] + item.value),
                    None => without,
                }
            })
            .collect();
        best.push(row);
    }

    let mut limit = capacity;
    let mut chosen = Vec::new();
    for n in (0..items.len()).rev() {
        // Another value than without this item: so it was taken.
        if best[n + 1][limit] != best[n][limit] {
            chosen.push(n);
            limit -= items[n].weight;
        }
    }
    chosen.reverse();
    (best[items.len()][capacity], chosen)
}

/// Only the best value, with the memory of one row.
pub fn best_value(items: &[Item], capacity: usize) -> u64 {
    let mut best = vec![0_u64; capacity + 1];
    for item in items {
        // Downwards: what is read still lacks this item.
        for limit in (item.weight..=capacity).rev() {
            best[limit] = best[limit].max(best[limit - item.weight] + item.value);
        }
    }
    best[capacity]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(list: &[(usize, u64)]) -> Vec<Item> {
        list.iter()
            .map(|&(weight, value)| Item { weight, value })
            .collect()
    }

    #[test]
    fn greedy_would_be_wrong_here() {
        // The first is worth most per weight, but leaves room unused.
        let items = items(&[(6, 7), (5, 5), (5, 5)]);
        assert_eq!(pack(&items, 10), (10, vec![1, 2]));
    }

    #[test]
    fn no_item_is_taken_twice() {
        assert_eq!(pack(&items(&[(1, 9)]), 5), (9, vec![0]));
        assert_eq!(best_value(&items(&[(1, 9)]), 5), 9);
    }

    #[test]
    fn what_is_too_heavy_stays() {
        assert_eq!(pack(&items(&[(11, 100), (10, 1)]), 10), (1, vec![1]));
        assert_eq!(pack(&items(&[(1, 1)]), 0), (0, vec![]));
        assert_eq!(pack(&[], 10), (0, vec![]));
    }

    #[test]
    fn weightless_items_are_always_taken() {
        assert_eq!(pack(&items(&[(0, 3), (2, 5)]), 1), (3, vec![0]));
    }

    #[test]
    fn as_good_as_trying_all_choices() {
        let items = items(&[(3, 4), (4, 5), (7, 10), (8, 11), (9, 13), (2, 1), (5, 6)]);
        for capacity in 0..40 {
            let all_choices = (0_u32..1 << items.len()).filter_map(|choice| {
                let chosen = || (0..items.len()).filter(move |i| choice >> i & 1 == 1);
                let weight: usize = chosen().map(|i| items[i].weight).sum();
                (weight <= capacity).then(|| chosen().map(|i| items[i].value).sum::<u64>())
            });
            let (value, chosen) = pack(&items, capacity);
            assert_eq!(Some(value), all_choices.max(), "capacity {capacity}");
            assert_eq!(best_value(&items, capacity), value);
            assert!(chosen.iter().map(|&i| items[i].weight).sum::<usize>() <= capacity);
            assert_eq!(chosen.iter().map(|&i| items[i].value).sum::<u64>(), value);
        }
    }
}
