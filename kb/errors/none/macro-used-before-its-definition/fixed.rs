macro_rules! larger {
    ($a:expr, $b:expr) => {
        if $a > $b { $a } else { $b }
    };
}

pub fn longest(names: &[&str]) -> usize {
    let mut longest = 0;
    for name in names {
        longest = larger!(longest, name.len());
    }
    longest
}
