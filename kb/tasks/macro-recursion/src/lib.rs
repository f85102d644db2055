//! Macros that call themselves.

/// The largest of any number of values (at least one); of equal ones the first.
#[macro_export]
macro_rules! max_of {
    ($only:expr $(,)?) => { $only };
    ($first:expr, $($rest:expr),+ $(,)?) => {
        match ($first, $crate::max_of!($($rest),+)) {
            (first, rest) => if rest > first { rest } else { first },
        }
    };
}

/// How many expressions there are, at compile time; they are not evaluated.
#[macro_export]
macro_rules! count {
    // One `()` for each expression: no recursion, and so no limit.
    ($($part:expr),* $(,)?) => {
        <[()]>::len(&[$($crate::count!(@unit $part)),*])
    };
    (@unit $part:expr) => { () };
}

/// The first of several options that is `Some`; later ones are not evaluated then. Ends in a default.
///
/// ```
/// # use macro_recursion::first_some;
/// let port: Option<u16> = None;
/// assert_eq!(first_some!(port, "80".parse().ok(); else 1), 80);
/// ```
#[macro_export]
macro_rules! first_some {
    ($first:expr $(, $rest:expr)* ; else $default:expr) => {
        match $first {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => $crate::first_some!($($rest),* ; else $default),
        }
    };
    (; else $default:expr) => { $default };
}

/// Call methods on a value one after the other and return the value, for builders that take `&mut self`.
#[macro_export]
macro_rules! with {
    ($value:expr => $($method:ident ( $($argument:expr),* )),* $(,)?) => {{
        let mut value = $value;
        $( value.$method($($argument),*); )*
        value
    }};
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    #[test]
    fn the_largest_of_any_number() {
        assert_eq!(max_of!(3), 3);
        assert_eq!(max_of!(1, 7, 5,), 7);
        assert_eq!(max_of!("b", "abc"), "b");
        assert_eq!(max_of!(0.5, -1.0, 2.0 / 4.0), 0.5);
    }

    #[test]
    fn values_are_evaluated_once() {
        let calls = Cell::new(0);
        let next = || {
            calls.set(calls.get() + 1);
            calls.get()
        };
        assert_eq!(max_of!(next(), next(), next()), 3);
        assert_eq!(calls.get(), 3);
    }

    #[test]
    fn names_of_the_caller_do_not_clash() {
        let (first, rest, value) = (1, 2, vec![3]);
        assert_eq!(max_of!(first, rest), 2);
        assert_eq!(with!(value => push(first), push(rest)), [3, 1, 2]);
    }

    #[test]
    fn counting_evaluates_nothing() {
        const COUNT: usize = count!(panic!("not run"), 2, "three");
        assert_eq!(COUNT, 3);
        assert_eq!(count!(), 0);
    }

    #[test]
    fn later_options_are_not_looked_at() {
        let mut asked = false;
        let mut ask = || {
            asked = true;
            Some(3)
        };
        assert_eq!(first_some!(None, Some(2), ask(); else 9), 2);
        assert!(!asked);
        assert_eq!(first_some!(None::<i32>, None; else 9), 9);
        assert_eq!(first_some!(; else 9), 9);
    }
}
