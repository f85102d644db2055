struct Ticket {
    holder: String,
    days_left: u32,
}

impl Ticket {
    fn is_expired(self) -> bool {
        self.days_left == 0
    }
}

fn main() {
    let ticket = Ticket {
        holder: String::from("Ada"),
        days_left: 3,
    };
    println!("{}", ticket.holder);
    println!("expired: {}", ticket.is_expired());
}
