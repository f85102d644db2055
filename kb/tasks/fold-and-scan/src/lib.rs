//! An account, told by its movements.

/// Returns the balance after all movements; None where it does not fit.
pub fn balance(start: i64, movements: &[i64]) -> Option<i64> {
    movements
        .iter()
        .try_fold(start, |balance, movement| balance.checked_add(*movement))
}

/// Returns the balance after each movement.
pub fn history(start: i64, movements: &[i64]) -> Vec<i64> {
    movements
        .iter()
        .scan(start, |balance, movement| {
            *balance += movement;
            Some(*balance)
        })
        .collect()
}

/// Returns the number of the first movement, counted from 0, that overdraws the account.
pub fn first_overdraft(start: i64, movements: &[i64]) -> Option<usize> {
    history(start, movements)
        .iter()
        .position(|balance| *balance < 0)
}

/// Lowest and highest value and how many there were, found in one go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    pub lowest: f64,
    pub highest: f64,
    pub count: usize,
}

/// Returns the range of `values`; None where there are none.
pub fn range(values: impl IntoIterator<Item = f64>) -> Option<Range> {
    values.into_iter().fold(None, |range, value| {
        Some(match range {
            None => Range {
                lowest: value,
                highest: value,
                count: 1,
            },
            Some(Range {
                lowest,
                highest,
                count,
            }) => Range {
                lowest: lowest.min(value),
                highest: highest.max(value),
                count: count + 1,
            },
        })
    })
}

/// Returns the longest of `words`, the first of several; None where there are none.
pub fn longest<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    words
        .into_iter()
        .reduce(|best, word| if word.len() > best.len() { word } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movements_add_up() {
        assert_eq!(balance(100, &[50, -30]), Some(120));
        assert_eq!(balance(100, &[]), Some(100));
        assert_eq!(balance(i64::MAX, &[1, -1]), None);
    }

    #[test]
    fn every_step_can_be_seen() {
        assert_eq!(history(10, &[5, -20, 30]), [15, -5, 25]);
        assert_eq!(first_overdraft(10, &[5, -20, 30]), Some(1));
        assert_eq!(first_overdraft(10, &[-10]), None);
    }

    #[test]
    fn one_pass_finds_several_things() {
        let found = range([2.5, -1.0, 7.0]);
        let expected = Range {
            lowest: -1.0,
            highest: 7.0,
            count: 3,
        };
        assert_eq!(found, Some(expected));
        assert_eq!(range([]), None);
    }

    #[test]
    fn the_first_of_the_longest_wins() {
        assert_eq!(longest(["fig", "pear", "kiwi"]), Some("pear"));
        assert_eq!(longest([]), None);
    }
}
