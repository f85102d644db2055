//! Making change.

/// The fewest coins that make the amount, the largest first; `None` if there are none.
///
/// Every coin can be used any number of times; coins of 0 are ignored.
pub fn fewest_coins(amount: usize, coins: &[usize]) -> Option<Vec<usize>> {
    // For each amount: how many coins, and the last of them.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; amount + 1];
    best[0] = Some((0, 0));
    for sum in 1..=amount {
        best[sum] = coins
            .iter()
            .filter(|&&coin| coin > 0)
            .filter_map(|&coin| {
                let (count, _) = best[sum.checked_sub(coin)?]?;
                Some((count + 1, coin))
            })
            // Of equally many the one with the larger coin.
            .min_by_key(|&(count, coin)| (count, std::cmp::Reverse(coin)));
    }
    let mut left = amount;
    let mut change = Vec::new();
    while left > 0 {
        let (_, coin) = best[left]?;
        change.push(coin);
        left -= coin;
    }
    change.sort_unstable_by(|a, b| b.cmp(a));
    Some(change)
}

/// In how many ways the amount can be made; the order of the coins does not matter.
///
/// Coins that are listed twice count once. `None` if the number does not fit.
pub fn ways(amount: usize, coins: &[usize]) -> Option<u64> {
    let mut coins: Vec<usize> = coins.iter().copied().filter(|&coin| coin > 0).collect();
    coins.sort_unstable();
    coins.dedup();
    let mut ways = vec![0_u64; amount + 1];
    ways[0] = 1;
    for coin in coins {
        for sum in coin..=amount {
            ways[sum] = ways[sum].checked_add(ways[sum - coin])?;
        }
    }
    Some(ways[amount])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greedy_would_need_more() {
        assert_eq!(fewest_coins(6, &[1, 3, 4]), Some(vec![3, 3]));
        assert_eq!(
            fewest_coins(63, &[1, 5, 10, 21, 25]),
            Some(vec![21, 21, 21])
        );
    }

    #[test]
    fn euro_cents() {
        let euro = [1, 2, 5, 10, 20, 50, 100, 200];
        assert_eq!(
            fewest_coins(388, &euro),
            Some(vec![200, 100, 50, 20, 10, 5, 2, 1])
        );
    }

    #[test]
    fn what_cannot_be_made() {
        assert_eq!(fewest_coins(3, &[2]), None);
        assert_eq!(fewest_coins(1, &[]), None);
        assert_eq!(fewest_coins(1, &[0]), None);
        assert_eq!(ways(3, &[2]), Some(0));
    }

    #[test]
    fn nothing_needs_no_coins() {
        assert_eq!(fewest_coins(0, &[5]), Some(vec![]));
        assert_eq!(ways(0, &[5]), Some(1));
    }

    #[test]
    fn ways_do_not_count_the_order() {
        assert_eq!(ways(4, &[1, 2, 3]), Some(4));
        assert_eq!(ways(4, &[3, 1, 2, 2, 0]), Some(4));
        assert_eq!(ways(200, &[1, 2, 5, 10, 20, 50, 100, 200]), Some(73_682));
    }

    #[test]
    fn a_number_that_does_not_fit_is_none() {
        let coins: Vec<usize> = (1..=500).collect();
        assert_eq!(ways(3_000, &coins), None);
    }
}
