struct Coupon {
    percent: u32,
}

impl Coupon {
    fn price(&self, full: u32) -> u32 {
        full - full * self.percent / 100
    }
}

fn main() {
    let coupon = Some(Coupon { percent: 20 });
    println!("{}", coupon.map_or(80, |coupon| coupon.price(80)));
}
