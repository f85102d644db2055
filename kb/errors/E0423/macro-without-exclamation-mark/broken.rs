struct Invoice {
    number: u32,
    cents: u64,
}

fn main() {
    let invoice = Invoice {
        number: 17,
        cents: 4200,
    };
    println("invoice {}: {} cents", invoice.number, invoice.cents);
}
