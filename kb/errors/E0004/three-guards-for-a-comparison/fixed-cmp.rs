use std::cmp::Ordering;

pub fn describe(balance: i64) -> String {
    match balance.cmp(&0) {
        Ordering::Greater => format!("credit of {balance}"),
        Ordering::Less => format!("debt of {}", -balance),
        Ordering::Equal => "settled".to_string(),
    }
}
