struct Coupon {
    percent: u32,
}

impl Coupon {
    fn price(coupon: Option<&Self>, full: u32) -> u32 {
        match coupon {
            Some(coupon) => full - full * coupon.percent / 100,
            None => full,
        }
    }
}

fn main() {
    let coupon = Some(Coupon { percent: 20 });
    println!("{}", Coupon::price(coupon.as_ref(), 80));
}
