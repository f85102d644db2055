pub struct Payment {
    pub amount: u64,
    pub date: String,
}

pub fn receipt(payment: &Payment) -> String {
    format!("{} cents on {}", payment.amount, payment.date)
}
