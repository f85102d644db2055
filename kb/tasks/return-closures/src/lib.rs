//! Functions that make functions.

/// Returns a function that adds `amount`.
pub fn adder(amount: i64) -> impl Fn(i64) -> i64 + Copy {
    move |value| value + amount
}

/// Returns a function that does `first` and then `second`.
pub fn compose<A, B, C>(first: impl Fn(A) -> B, second: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |value| second(first(value))
}

/// Returns a function that counts its calls from 1; it changes what it owns.
pub fn counter() -> impl FnMut() -> u32 {
    let mut count = 0;
    move || {
        count += 1;
        count
    }
}

/// Returns the function for an operator; each is another type, so it is boxed.
pub fn operation(sign: char) -> Option<Box<dyn Fn(f64, f64) -> f64>> {
    Some(match sign {
        '+' => Box::new(|a, b| a + b),
        '-' => Box::new(|a, b| a - b),
        '*' => Box::new(|a, b| a * b),
        '^' => Box::new(f64::powf),
        _ => return None,
    })
}

/// A filter for words; it may borrow what it looks for.
pub type Filter<'a> = Box<dyn Fn(&str) -> bool + 'a>;

/// Returns a filter from a pattern: `*ing` and `un*` for ends and starts, anything else as a part.
pub fn filter(pattern: &str) -> Filter<'_> {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(ending), None) => Box::new(move |word| word.ends_with(ending)),
        (None, Some(start)) => Box::new(move |word| word.starts_with(start)),
        _ => {
            let part = pattern.trim_matches('*');
            Box::new(move |word| word.contains(part))
        }
    }
}

/// Returns a filter that lets pass what all of `filters` do.
pub fn all_of<'a>(filters: Vec<Filter<'a>>) -> Filter<'a> {
    Box::new(move |word| filters.iter().all(|filter| filter(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_made_and_combined() {
        let add_two = adder(2);
        let label = compose(add_two, |n: i64| format!("<{n}>"));
        assert_eq!(label(40), "<42>");
        assert_eq!(compose(add_two, add_two)(0), 4);
    }

    #[test]
    fn each_counter_counts_for_itself() {
        let (mut one, mut other) = (counter(), counter());
        assert_eq!((one(), one(), other()), (1, 2, 1));
    }

    #[test]
    fn branches_may_return_different_closures() {
        let apply = |sign, a, b| operation(sign).map(|run| run(a, b));
        assert_eq!(apply('-', 5.0, 3.0), Some(2.0));
        assert_eq!(apply('^', 2.0, 10.0), Some(1024.0));
        assert_eq!(apply('?', 1.0, 1.0), None);
    }

    #[test]
    fn filters_may_borrow_their_pattern() {
        let words = ["undoing", "doing", "undo"];
        let kept = |filter: Filter<'_>| {
            words
                .into_iter()
                .filter(|word| filter(word))
                .collect::<Vec<_>>()
        };
        let pattern = String::from("*ing");
        assert_eq!(kept(filter(&pattern)), ["undoing", "doing"]);
        assert_eq!(
            kept(all_of(vec![filter(&pattern), filter("un*")])),
            ["undoing"]
        );
        assert_eq!(kept(filter("*oin*")), ["undoing", "doing"]);
        assert_eq!(kept(all_of(vec![])).len(), 3);
    }
}
