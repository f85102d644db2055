trait Summary {
    fn describe(&self) -> String;
}

trait Audit {
    fn describe(&self) -> String;
}

struct Invoice {
    number: u32,
}

impl Summary for Invoice {
    fn describe(&self) -> String {
        format!("Invoice {}", self.number)
    }
}

impl Audit for Invoice {
    fn describe(&self) -> String {
        format!("invoice:{}", self.number)
    }
}

fn main() {
    let invoice = Invoice { number: 7 };
    println!("{}", invoice.describe());
    println!("{}", Audit::describe(&invoice));
}
