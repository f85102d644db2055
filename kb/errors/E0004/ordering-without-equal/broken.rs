use std::cmp::Ordering;

pub fn trend(yesterday: u32, today: u32) -> &'static str {
    match today.cmp(&yesterday) {
        Ordering::Less => "falling",
        Ordering::Greater => "rising",
    }
}
