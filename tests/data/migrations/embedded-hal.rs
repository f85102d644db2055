mod world;

use embedded_hal::blocking::delay::{DelayMs, DelayUs};
use embedded_hal::blocking::i2c;
use embedded_hal::digital::v2::OutputPin;

/// A thermometer, read by blocking::i2c::Read
pub struct Thermometer<I2C, P> {
    i2c: I2C,
    enable: P,
}

impl<I2C, E, P> Thermometer<I2C, P>
where
    I2C: i2c::Write<Error = E> + i2c::WriteRead<Error = E>,
    P: OutputPin,
{
    pub fn start<D: DelayMs<u8> + DelayUs<u16>>(&mut self, delay: &mut D) -> Result<(), E> {
        let _ = self.enable.set_high();
        delay.delay_ms(10);
        delay.delay_us(200);
        self.i2c.write(0x48, &[1, 0x60])
    }

    pub fn renamed(self) -> Thermometer<I2C, P> {
        self
    }
}

impl<I2C, E, P> Thermometer<I2C, P>
where
    I2C: i2c::WriteRead<Error = E>,
{
    pub fn raw(&mut self) -> Result<[u8; 2], E> {
        let mut read = [0; 2];
        self.i2c.write_read(0x48, &[0], &mut read)?;
        Ok(read)
    }
}

mod other {
    use embedded_hal::blocking::i2c::{Read, Write};

    pub fn pulled<T>(i2c: &mut T) -> u8
    where
        T: Read + Write,
    {
        let mut byte = [0];
        if i2c.write(7, b"?").is_err() || i2c.read(7, &mut byte).is_err() {
            return 0;
        }
        byte[0]
    }
}

fn main() {
    let mut made = Thermometer { i2c: world::Bus::default(), enable: world::Pin::default() };
    println!("{:?}", made.start(&mut world::Clock));
    println!("{:?} {}", made.raw(), other::pulled(&mut made.i2c));
    println!("{:?} {}", made.i2c.heard, made.enable.high);
}
