fn parse_amount(text: &str) -> Option<u64> {
    text.trim().parse().ok()
}

async fn fetch_amount(account: u32) -> String {
    format!("{account}00")
}

pub async fn balance(account: u32) -> u64 {
    let text = fetch_amount(account).await;
    parse_amount(&text).unwrap_or(0)
}
