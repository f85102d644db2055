struct Coupon {
    percent: u32,
}

impl Coupon {
    fn price(self: Option<&Self>, full: u32) -> u32 {
        match self {
            Some(coupon) => full - full * coupon.percent / 100,
            None => full,
        }
    }
}

fn main() {
    let coupon = Some(Coupon { percent: 20 });
    println!("{}", coupon.as_ref().price(80));
}
