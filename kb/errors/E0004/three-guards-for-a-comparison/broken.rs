pub fn describe(balance: i64) -> String {
    match balance {
        cents if cents > 0 => format!("credit of {cents}"),
        cents if cents < 0 => format!("debt of {}", -cents),
        cents if cents == 0 => "settled".to_string(),
    }
}
