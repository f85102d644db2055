pub struct Customer {
    pub name: String,
    pub orders: u32,
}

pub fn salutation(customer: &Customer) -> String {
    if customer.orders == 0 {
        return String::from("Welcome!");
    }
    format!("Dear {},", customer.name)
}
